"""The tables behind pseudonyms, kept in a file of their own: who a person is, where a place is."""

from hcdata.schema.columns import Column, Table

PERSON = Table(
    "person",
    "person_id",
    "Identity behind a pseudonym; kept in a file of its own",
    (
        Column("person_id", "VARCHAR", "Keyed pseudonym"),
        Column("system_id", "VARCHAR", "Person number of the records system", True),
        Column("surname", "VARCHAR", "Surname as written", True),
        Column("forenames", "VARCHAR", "Forenames as written", True),
        Column("born_on", "DATE", "Date of birth", True),
        Column("sex", "VARCHAR", "Sex as recorded", True),
    ),
    versioned=False,
)

PLACE = Table(
    "place",
    "place_id",
    "Address behind a place pseudonym; kept in a file of its own",
    (
        Column("place_id", "VARCHAR", "Keyed pseudonym"),
        Column("uprn", "VARCHAR", "Unique property reference number", True),
        Column("address", "VARCHAR", "Address as written", True),
        Column("postcode", "VARCHAR", "Postcode as written", True),
    ),
    versioned=False,
)

IDENTITIES = (PERSON, PLACE)
