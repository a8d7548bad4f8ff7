"""Numbers that join nothing: why each was refused, in words, and what its rows do without it."""

# Fault of a row (field and reason) -> the words after 'rows'.
WHY = {
    "person_number shared": "with a person's number under which names or birth dates disagree",
    "person_number damaged": "with a person's number a spreadsheet has cut short",
    "person_number no_number": "with a filler in place of a person's number",
    "incident_ref shared": "with an incident's number that would hold more crimes than an incident has",
    "incident_ref damaged": "with an incident's number a spreadsheet has cut short",
    "incident_ref no_number": "with a filler in place of an incident's number",
    "uprn shared": "with a property's number that stands at several addresses",
    "uprn damaged": "with a property's number a spreadsheet has cut short",
}
# Field -> what its rows do without the number.
DOES = {
    "person_number": "Such a number links nobody: who has a surname, birth date and sex is known by them, anybody else"
    " is in no count of repeats.",
    "incident_ref": "Such a number joins no crimes: each counts as an incident of its own, and may count as a repeat.",
    "uprn": "Such a number is no place: the address tells which it is, and without one there is none.",
}
