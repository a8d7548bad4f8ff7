-- value_map -> strand_bit(id, bit), strand_map(text, strand_ids, strand_bits, unknown): strands are gathered over rows as a set of bits.
CREATE OR REPLACE TEMP TABLE strand_bit AS
SELECT id, CAST(1 AS HUGEINT) << CAST(row_number() OVER (ORDER BY id) - 1 AS INTEGER) AS bit
FROM (
    SELECT unnest(string_split(id, ',')) AS id FROM value_map WHERE field = 'strands' AND id <> ''
    UNION SELECT unnest($no_strand::VARCHAR[])
);

CREATE OR REPLACE TEMP TABLE strand_map AS
SELECT
    m.text,
    string_split(nullif(any_value(m.id), ''), ',') AS strand_ids,
    coalesce(bit_or(b.bit), 0) AS strand_bits,
    any_value(m.unknown) AS unknown
FROM value_map AS m
LEFT JOIN strand_bit AS b ON list_contains(string_split(m.id, ','), b.id)
WHERE m.field = 'strands'
GROUP BY m.text;
