"""Fields and reason codes in words."""


def in_words(code: str) -> str:
    """Return a field's or a reason's code in words: 'crime_ref' is 'Crime reference'."""
    told = code.replace("_ref", " reference") if code.endswith("_ref") else code
    text = told.replace("_", " ")
    return text.upper() if text == "uprn" else text[:1].upper() + text[1:]
