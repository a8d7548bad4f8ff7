SELECT *
FROM read_csv(
    $files, header = false, skip = $skip, delim = ',', quote = '"', escape = '"', all_varchar = true, auto_detect = false,
    columns = $columns, null_padding = true, strict_mode = false, parallel = $parallel
)
