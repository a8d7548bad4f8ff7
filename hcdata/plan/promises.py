"""What the plan promises, by key action, and the measures that answer it: without them it is unmeasured."""

from collections.abc import Collection, Mapping

# Each promise in the plan's words with its paragraph, and the measures that answer it together; none where no data
# could evidence it.
PROMISES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "prevent": {
        "Activity against those who offend repeatedly (plan 2.1)": ("activity",),
        "Incidents that may come before offences, and what followed (plan 1.11)": ("precursors",),
        "Repeat victimisation, and how soon it comes (plan 4.1)": ("repeat_victimisation", "days_to_repeat"),
    },
    "respond": {
        "Settings of high risk: transport, night-time economy, internet (plan 3.2)": ("setting_mix", "online_share"),
        "Feelings of safety and confidence in targeted communities (plan 3.2)": (),
    },
    "report": {
        "How hate crime is reported (plan 3.3)": ("channel_mix",),
        "Reports through third-party reporting centres (plan 3.3)": ("third_party_reports",),
        "Reports through third-party reporting centres by centre (plan 3.3)": ("third_party_centres",),
    },
    "support": {
        "Every victim called by a supervisor (plan 2.2)": ("supervisor_contact_24h", "supervisor_call"),
        "A call by the supervisor before closure (plan 2.2)": ("closure_call",),
        "Contact by an inspector where a victim is dissatisfied (plan 2.2)": ("inspector_contact",),
        "Victim personal statement offered (plan 2.2)": ("statement_offered",),
        "Risk to the victim monitored (plan 2.2)": ("risk_assessed", "risk_reviewed"),
        "Victims told of the outcome as soon as the Victims' Code asks (plan 2.1)": ("code_updates",),
        "Victims told of arrest, bail and court dates as the Victims' Code asks (plan 2.1)": (),
        "Timely support by the Victim and Witness Hub (plan 4.1)": ("hub_referral_2d", "hub_referral"),
        "Victims satisfied with what was done (plan 2.2)": ("satisfaction",),
    },
    "understand": {
        "Training given to staff (plan 3.4)": ("activity",),
        "Accuracy of hate flags, by sample (plan 1.11)": ("flag_accuracy",),
        "Better data on hate crime (plan 3.4)": ("completeness",),
        "Hate crime as a share of all recorded crime (plan 3.4)": ("hate_share_of_all_crime",),
    },
    "investigate": {
        "A supervisor named and reviewing throughout (plan 2.2)": ("supervisor_named", "review_current"),
        "The most appropriate investigator assigned (plan 2.1)": ("allocation_changes",),
        "Investigations that are expedient (plan 2.2)": ("days_to_outcome",),
        "Cases nearing the summary time limit (plan 2.2)": ("summary_limit_near",),
        "Actions updated seven days before the meeting (plan 1.7)": ("actions_on_time",),
    },
}


def list_unmeasured(key_action: str, measures: Collection[str]) -> tuple[str, ...]:
    """Return what is promised under a key action and not answered by the measures there are, in the plan's words."""
    promised = PROMISES.get(key_action, {})
    return tuple(words for words, answers in promised.items() if not answers or not {*answers} <= {*measures})


def list_promised(clause: str, measures: Collection[str]) -> tuple[str, ...]:
    """Return what a clause promises under any key action and is not answered by the measures there are."""
    said = f" (plan {clause})"
    every = (words for action in PROMISES for words in list_unmeasured(action, measures) if words.endswith(said))
    return tuple(dict.fromkeys(words.removesuffix(said) for words in every))


def rank(key_action: str, measure: str) -> int:
    """Return the place of a measure among the promises of a key action, in the plan's order; the others come last."""
    answers = [one for promised in PROMISES.get(key_action, {}).values() for one in promised]
    return answers.index(measure) if measure in answers else len(answers)
