"""What every part of the configuration, and every header of a measure, is read into."""

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A frozen model that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")
