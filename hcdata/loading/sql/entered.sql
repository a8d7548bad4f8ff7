-- records -> versions: versions that begin with this load.
INSERT INTO {stored} SELECT {columns}, file_id, row_no, $as_of, $as_of, $load, NULL FROM {records}
