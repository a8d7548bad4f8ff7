-- gathered + strand_bit -> strand_set(strand_bits, strands): each set of strands met, as the sorted list that is kept; 'not_stated'
-- only where no row of the crime says one.
SELECT s.strand_bits, coalesce(list(b.id ORDER BY b.id) FILTER (WHERE b.id <> 'not_stated' OR s.strand_bits = b.bit), CAST([] AS VARCHAR[])) AS strands
FROM (SELECT DISTINCT strand_bits FROM gathered) AS s
LEFT JOIN strand_bit AS b ON s.strand_bits & b.bit <> 0
GROUP BY s.strand_bits
