"""The numbers of config.toml that measures, judgements and the Quality page are bound to."""

from pydantic import Field

from hcdata.common.model import Model


class Thresholds(Model):
    """Numbers a measure or a judgement is bound to."""

    recorded_within_hours: int = Field(24, ge=1)
    supervisor_contact_hours: int = Field(24, ge=1)
    review_days: int = Field(28, ge=1)
    hub_referral_days: int = Field(2, ge=0)
    code_update_days: int = Field(1, ge=0)
    repeat_days: int = Field(365, ge=1)
    repeat_place_crimes: int = Field(3, ge=2)
    matured_days: int = Field(120, ge=1)
    summary_limit_months: int = Field(6, ge=1)
    summary_near_days: int = Field(45, ge=0)
    summary_close_days: int = Field(14, ge=0)
    summary_codes: tuple[str, ...] = ("105A", "9A", "8L")
    minimum_n: int = Field(20, ge=1)
    xmr_least: float = Field(5, ge=0)
    xmr_mean: float = Field(10, gt=0)
    judged_months: int = Field(12, ge=0)
    screen_outliers: bool = False
    evidence: float = Field(0.002, gt=0, le=1)
    widen_funnel: bool = False
    map_minimum: int = Field(3, ge=1)


class Quality(Model):
    """What the Quality page expects of the data."""

    several_strands: tuple[float, float] = (0.04, 0.06)
    complete: float = Field(0.95, gt=0, le=1)
    published_tolerance: float = Field(0.02, ge=0)
    unlikely_silence: float = Field(0.001, gt=0, lt=1)
    rejected_share: float = Field(0.1, ge=0, le=1)
