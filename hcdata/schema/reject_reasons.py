"""Why a row is rejected, and what to do about it."""

# Reason codes of rejected rows and what to do about each.
REASONS = {
    "missing_reference": "The row holds data but no reference: give it one in the records system and export again.",
    "bad_reference": "The reference is in no known form: correct it, or add its form to the layout.",
    "missing_recorded_date": "No recorded date: it cannot be counted in any month. Complete it and export again.",
    "missing_date": "No date of what the row tells of: complete it and send it again.",
    "missing_contact_time": "Date or time of the contact is blank, or no time of day: complete it and send it again.",
    "missing_outcome": "The row names no outcome: complete it, or leave the row out.",
    "unreadable_date": "The date it is counted by could not be read: correct it, or the date order in the layout.",
    "placeholder_date": "The date is a placeholder (1900-01-01): enter the true one.",
    "future_date": "The date lies after the extract's data-to date: correct the date or the extract date.",
    "wrong_cell_count": "More or fewer cells than headers, so values may be in the wrong columns: mend the row.",
    "footer_row": "A total or end-of-report line, not a record; nothing to do.",
    "missing_label": "District, strand or category is blank: nobody can tell whose count it is. Fill it in.",
    "shared_labels": "Another row has the same labels: name the column that tells them apart, or leave one row.",
    "no_counts": "No month of the row holds anything: a heading, a note or a row never filled in.",
    "unknown_record_kind": "Nobody has said what kind of record this is: map it once (alias add record_kind).",
    "missing_record_kind": "The row says no kind of record: complete it and export again.",
    "no_column_of_kinds": "The layout reads no kind of record: name a column of kinds in it ([fields] kind).",
}
