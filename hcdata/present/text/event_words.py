"""The kinds of event, in words."""

KINDS = {
    "trigger": "Trigger: may bring hate crime",
    "festival": "Festival or parade",
    "campaign": "Reporting campaign",
    "recording_change": "Change of recording practice",
}
