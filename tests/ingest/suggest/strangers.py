"""Files as strangers write them: headers and rows of universities, councils, cities of America and Canada, open data.

Each with the feed and what its draft has in force and offers, field by field.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class File:
    """A file's name without its ending, its text, and what is drafted: in force, offered with a #, strands in force."""

    name: str
    text: str
    fields: dict[str, str] = field(default_factory=dict)
    offered: dict[str, str] = field(default_factory=dict)
    strands: tuple[str, ...] = ()
    offered_strands: tuple[str, ...] = ()


def _rows(headers: str, *rows: str) -> str:
    return "\n".join((headers, *rows)) + "\n"


# No header of these is a name that is known: nothing is in force.
UNKNOWN = [
    File(
        "university",
        _rows(
            "Form ID;Submitted;Campus;Kind of prejudice",
            "UR-001;14/05/2026;North;Race",
            "UR-002;19/05/2026;South;Faith",
        ),
        offered={"crime_ref": "Form ID", "recorded": "Submitted"},
        offered_strands=("Kind of prejudice",),
    ),
    File(
        "kreis",
        _rows(
            "Aktenzeichen;Tatzeit;Bezirk;Motiv",
            "2026/0001;01.05.2026;Mitte;Rassismus",
            "2026/0002;14.05.2026;Nord;Religion",
        ),
        offered={"crime_ref": "Aktenzeichen", "recorded": "Tatzeit"},
        offered_strands=("Motiv",),
    ),
    File(
        "ville",
        _rows("numero_procedure,date_des_faits,commune", "PV-2026-101,2026-05-01,Lille", "PV-2026-102,2026-05-09,Lyon"),
        offered={"crime_ref": "numero_procedure", "recorded": "date_des_faits"},
    ),
    File(
        "ciudad",
        _rows("Expediente,Fecha Hecho,Distrito", "2026-000123,01/05/2026,Centro", "2026-000124,17/05/2026,Norte"),
        offered={"crime_ref": "Expediente", "recorded": "Fecha Hecho"},
    ),
    File(
        "comune",
        _rows("pratica,giorno,zona", "P2026/17,03/05/2026,Nord", "P2026/18,21/05/2026,Sud"),
        offered={"crime_ref": "pratica", "recorded": "giorno"},
    ),
    File(
        "months",
        _rows("record_id,occurence_month,bias_reason", "220000001,2026/02/01,Religion", "220000002,2026/03/01,Race"),
        offered={"crime_ref": "record_id", "recorded": "occurence_month"},
        offered_strands=("bias_reason",),
    ),
    File(
        "tables",
        _rows(
            "tbl_crime.RefNo,tbl_crime.DtRecorded,tbl_flg.Lpa",
            "35/1/26,01/05/2026,Fenland",
            "35/2/26,15/05/2026,Fenland",
        ),
        offered={"crime_ref": "tbl_crime.RefNo", "recorded": "tbl_crime.DtRecorded", "district": "tbl_flg.Lpa"},
    ),
    File(
        "misspelt",
        _rows("Crime Refrence,Date Recored,Distrct", "35/1/26,01/05/2026,Fenland", "35/2/26,15/05/2026,Peterborough"),
        offered={"crime_ref": "Crime Refrence", "recorded": "Date Recored", "district": "Distrct"},
    ),
    File(
        "titled",
        _rows(
            "OFFICIAL,,",
            "As at 1 June,,",
            "vorgang_nr,angelegt_am,wo",
            "V1001,2026-05-01,Mitte",
            "V1002,2026-05-03,Nord",
        ),
        offered={"crime_ref": "vorgang_nr", "recorded": "angelegt_am"},
    ),
    File(
        "words",
        _rows("Sequence,Stamp,Hatred", "AB-101,May 1 2026,Race", "AB-102,May 17 2026,Religion"),
        offered={"crime_ref": "Sequence", "recorded": "Stamp"},
        offered_strands=("Hatred",),
    ),
]

# Some headers are known; the rest is found by its values or left alone.
KNOWN = [
    File(
        "city",
        _rows(
            "Incident_ID,OccurredOn,Offense,Bias Motivation Type,Zip",
            "261234,20260501,Assault,Anti-Black,48201",
            "261235,20260502,Vandalism,Anti-Jewish,46201",
            "261236,20260519,Assault,Anti-Gay,33101",
        ),
        {"offence_title": "Offense"},
        {"crime_ref": "Incident_ID", "recorded": "OccurredOn"},
        ("Bias Motivation Type",),
    ),
    File(
        "zip",
        _rows(
            "INCIDENT_NUMBER,DATE_REPORTED,BIAS,ZIP_CODE",
            "80-1,2026-09-01,ANTI-BLACK,40291",
            "80-2,2026-09-12,ANTI-GAY,40219",
        ),
        {"crime_ref": "INCIDENT_NUMBER"},
        {"recorded": "DATE_REPORTED"},
        ("BIAS",),
    ),
    File(
        "case",
        _rows("Case,OCC_DATE,Bias Type", "201800001,1/27/2018,ANTI-BLACK", "201800002,1/20/2018,ANTI-JEWISH"),
        {"crime_ref": "Case"},
        {"recorded": "OCC_DATE"},
        ("Bias Type",),
    ),
    File(
        "borough",
        _rows("Ref,Month,Borough,Motive", "A1001,202604,Fenland,Race", "A1002,202605,Fenland,Religion"),
        {"recorded": "Month", "district": "Borough"},
        {"crime_ref": "Ref"},
        ("Motive",),
    ),
    File(
        "command",
        _rows(
            "Crime Report No.,Date Raised,Aggravator,Aggravator Type",
            "SC/1/26,01-May-2026,Hate,Race",
            "SC/2/26,17-May-2026,Hate,Faith",
        ),
        {"crime_ref": "Crime Report No."},
        {"recorded": "Date Raised"},
        ("Aggravator Type",),
        ("Aggravator",),
    ),
    File(
        "camel",
        _rows(
            "crimeRefNo,dateRecorded,lpaName,hateFlags",
            "35/1/26,2026-05-01 10:00,Fenland,Race",
            "35/2/26,2026-05-02 11:00,Fenland,Faith",
        ),
        {"crime_ref": "crimeRefNo", "recorded": "dateRecorded", "district": "lpaName"},
        strands=("hateFlags",),
    ),
    File(
        "serial",
        _rows("Crime Number,Date Recorded,Strand", "35/1/26,46143,Race", "35/2/26,46150.5,Faith"),
        {"crime_ref": "Crime Number", "recorded": "Date Recorded"},
        strands=("Strand",),
    ),
    File(
        "known below",
        _rows("Form ID;Submitted;Where;Why", "UR-001;14/05/2026;x;Race", "UR-002;16/05/2026;y;Faith"),
        offered={"crime_ref": "Form ID", "recorded": "Submitted"},
        offered_strands=("Why",),
    ),
    File(
        "two dates",
        _rows(
            "Crime Number,Report Date,Offence Date", "35/1/26,02/05/2026,01/05/2026", "35/2/26,19/05/2026,17/05/2026"
        ),
        {"crime_ref": "Crime Number", "committed": "Offence Date"},
        {"recorded": "Report Date"},
    ),
    File(
        "offence date is no recorded one",
        _rows(
            "CASE NO,DT RPTD,DT OF INC,MOTIV", "HC/26001,02/05/2026,01/05/2026,x", "HC/26002,19/05/2026,17/05/2026,y"
        ),
        {"crime_ref": "CASE NO", "committed": "DT OF INC"},
        {"recorded": "DT RPTD"},
    ),
    File(
        "one date, the offence's",
        _rows("Crime Number,INCIDENT_DATE,Strand", "35/1/26,02/05/2026,Race", "35/2/26,19/05/2026,Faith"),
        {"crime_ref": "Crime Number"},
        {"recorded": "INCIDENT_DATE"},
        strands=("Strand",),
    ),
    File(
        "numbers",
        _rows("Crime Number,Beat No,Officer Count", "35/1/26,40291,202604", "35/2/26,40219,202605"),
        {"crime_ref": "Crime Number"},
    ),
]

# Headers of real exports over values everybody knows.
MOTIVES = (
    *(
        "Bias Type",
        "Bias Motivation",
        "BIAS_MOTIVATION",
        "Motivation",
        "Hate Motivation",
        "Hate strand",
        "Monitored strand",
    ),
    *(
        "Protected characteristic",
        "Prejudice type",
        "Aggravating factor",
        "Hate Crime Flag(s)",
        "HateCrimeFlags",
        "Motive",
    ),
    *(
        "bias_category",
        "Hostility Type",
        "Type of Bias",
        "Hate Crime Category",
        "Strand Name",
        "Bias Description",
        "Ground",
    ),
    *("Motivating Factor", "Hate Qualifier", "Most Serious Bias", "Target Group", "hate.crime.type"),
)

# Without headers, or with nothing that could be one.
HEADERLESS = (
    _rows("35/1/26,01/05/2026,Fenland,Race", "35/2/26,15/05/2026,Fenland,Faith"),
    _rows("Lamp,Teal,Fenland,35/1/26,01/05/2026", "Cress,Fern,Fenland,35/2/26,02/05/2026"),
    _rows("CR12345,Fenland,Race", "CR12346,Hunts,Faith"),
    _rows("2026-05-01;Fenland", "2026-05-02;Hunts"),
    _rows("uno,dos", "alfa,beta", "gama,delta"),
    _rows("only one line,of words"),
)
