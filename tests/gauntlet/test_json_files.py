"""JSON as services write it: lists, lines and wrappers, in any encoding; what is no list of flat records is refused."""

import json
from pathlib import Path

from tests.gauntlet.gauntlet import NAME, Case, Loaded, Refused, parametrize, run, write

RECORDS = [{"crime_ref": f"35/{n}/26", "recorded": "05/05/2026", "offence_title": "Zoë"} for n in (1, 2)]
LIST = json.dumps(RECORDS, ensure_ascii=False)
LINES = [json.dumps(record) for record in RECORDS]
FILE = f"{NAME}.json"
TITLES = "SELECT DISTINCT offence_title FROM crime_version WHERE crime_ref LIKE '35/_/26'"

CASES = [
    Case(
        "JSON list of records",
        write(
            '[{"crime_ref": "35/1/26", "recorded": "05/05/2026", "n": 1.50, "x": null, "online": true}]', f"{NAME}.json"
        ),
        Loaded(1),
    ),
    Case(
        "JSON lines",
        write(
            '{"crime_ref": "35/1/26", "recorded": "05/05/2026"}\n{"recorded": "06/05/2026", "crime_ref": "35/2/26"}\n',
            f"{NAME}.jsonl",
        ),
        Loaded(2),
    ),
    Case(
        "JSON in a wrapper",
        write('{"records": [{"crime_ref": "35/1/26", "recorded": "2026-05-05T10:00:00"}]}', f"{NAME}.json"),
        Loaded(1),
    ),
    Case("JSON called csv", write('[{"crime_ref": "35/1/26", "recorded": "05/05/2026"}]'), Loaded(1)),
    Case(
        "JSON records with other keys",
        write('[{"crime_ref": "35/1/26", "recorded": "05/05/2026"}, {"crime_ref": "35/2/26"}]', f"{NAME}.json"),
        Loaded(2, {"missing_recorded_date": 1}),
    ),
    Case(
        "JSON with a list in a record",
        write('[{"crime_ref": ["35/1/26"], "recorded": "05/05/2026"}]', f"{NAME}.json"),
        Refused("record 1 holds a list or an object"),
    ),
    Case(
        "JSON with a key twice",
        write('[{"crime_ref": "35/1/26", "crime_ref": "35/2/26"}]', f"{NAME}.json"),
        Refused("a key stands twice"),
    ),
    Case(
        "JSON cut short", write('[{"crime_ref": "35/1/26", "recor', f"{NAME}.json"), Refused("its JSON cannot be read")
    ),
    Case("JSON nested without end", write("[" * 200_000, f"{NAME}.json"), Refused("its JSON cannot be read")),
    Case("JSON that is no list of records", write("[1, 2, 3]", f"{NAME}.json"), Refused("no list of records")),
    Case(
        "JSON with half a letter",
        write('[{"crime_ref": "35/1/26", "recorded": "05/05/2026", "address": "\\ud800 \\u0000"}]', f"{NAME}.json"),
        Loaded(1),
    ),
    *(
        Case(f"JSON in {code}", write(LIST, FILE, code), Loaded(2, query=TITLES, rows=[("Zoë",)]))
        for code in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252")
    ),
    Case("JSON in UTF-32", write(LIST, FILE, "utf-32"), Refused("its JSON cannot be read")),
    Case(
        "JSON lines with BOM, CRLF and blank lines",
        write("\ufeff" + "\r\n\r\n".join(LINES), f"{NAME}.jsonl"),
        Loaded(2),
    ),
    Case("JSON lines ended by CR", write("\r".join(LINES), f"{NAME}.ndjson"), Loaded(2)),
    Case("JSON lines cut short", write("\n".join(LINES)[:-9], f"{NAME}.jsonl"), Refused("its JSON cannot be read")),
    Case(
        "JSON in a wrapper that says more",
        write('{"meta": {"count": 2}, "next": null, "crimes": ' + LIST + "}", FILE),
        Loaded(2),
    ),
    Case("JSON of two lists", write('{"crimes": ' + LIST + ', "incidents": []}', FILE), Refused("no list of records")),
    Case(
        "JSON with an object in a record",
        write('[{"crime_ref": "35/1/26", "place": {"district": "Hunts"}}]', FILE),
        Refused("record 1 holds a list or an object"),
    ),
    Case(
        "JSON of columns", write('{"crime_ref": ["35/1/26"], "recorded": ["05/05/2026"]}', FILE), Refused("no list of")
    ),
    *(
        Case(f"JSON as {name} gives it", write(json.dumps(envelope), FILE), Loaded(2, query=TITLES, rows=[("Zoë",)]))
        for name, envelope in {
            "OData": {"@odata.context": "x", "value": RECORDS, "@odata.nextLink": "y"},
            "OData 2": {"d": {"results": RECORDS}},
            "a data service": {"success": True, "data": RECORDS, "errors": []},
            "a results page": {"count": 2, "next": None, "results": RECORDS},
            "CKAN": {"help": "x", "result": {"fields": [{"id": "crime_ref"}], "records": RECORDS}},
            "Elasticsearch": {
                "took": 1,
                "hits": {"total": 2, "hits": [{"_id": "a", "_source": one} for one in RECORDS]},
            },
            "Opendatasoft": {"nhits": 2, "records": [{"recordid": "z", "fields": one} for one in RECORDS]},
            "JSON API": {"data": [{"type": "crime", "id": "9", "attributes": one} for one in RECORDS], "meta": {}},
            "GeoJSON": {
                "type": "FeatureCollection",
                "features": [{"type": "Feature", "geometry": None, "properties": one} for one in RECORDS],
            },
            "ArcGIS": {
                "fields": [{"name": "recorded", "type": "esriFieldTypeDate"}],
                "features": [{"attributes": one | {"recorded": 1788220800000}} for one in RECORDS],
            },
            "Socrata": {
                "meta": {"view": {"columns": [{"name": key.upper(), "fieldName": key} for key in RECORDS[0]]}},
                "data": [list(one.values()) for one in RECORDS],
            },
            "pandas": {"columns": list(RECORDS[0]), "index": [0, 1], "data": [list(one.values()) for one in RECORDS]},
            "a census": [list(RECORDS[0]), *(list(one.values()) for one in RECORDS)],
        }.items()
    ),
    Case("JSON that is empty", write("[]", FILE), Refused("no list of records")),
    Case("JSON of empty records", write("[" + "{}," * 3_000 + "{}]", FILE), Refused("it is empty")),
    Case(
        "JSON with half a letter in a key", write(LIST.replace('"offence_title"', '"\\ud800\\u0000"'), FILE), Loaded(2)
    ),
    Case("JSON of nulls", write("[null, null]", FILE), Refused("no list of records")),
    Case("JSON of records and something else", write(LIST.replace("}]", "}, 5]"), FILE), Refused("no list of records")),
    Case("JSON in bytes of no encoding", write(LIST.replace("Hunts", "H\xffnts"), FILE, "latin-1"), Loaded(2)),
    Case("JSON in an envelope that counts its fields", write('{"fields": 5, "data": ' + LIST + "}", FILE), Loaded(2)),
    Case(
        "JSON with days after the end of all calendars",
        write(
            LIST.replace("}]", '}, {"crime_ref": "35/8/26", "recorded": "/Date(999999999999999)/"}]'),
            FILE,
        ),
        Loaded(3, {"unreadable_date": 1}),
    ),
    Case("JSON with a comma too many", write(LIST.replace("}]", "},]"), FILE), Refused("its JSON cannot be read")),
    Case(
        "JSON of true and false, numbers and none",
        write('[{"crime_ref": "35/1/26", "recorded": "2026-05-05T10:00:00.123Z", "a": NaN, "b": 1e400}]', FILE),
        Loaded(1),
    ),
]


@parametrize(CASES)
def test_json_ends_as_expected(case: Case, tmp_path: Path, small_store: Path) -> None:
    run(case, tmp_path, small_store)
