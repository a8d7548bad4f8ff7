-- refused_person -> no_identity, refused_now.
INSERT INTO refused_now
SELECT DISTINCT 'person', as_pseudonym(person), reason FROM refused_person
ANTI JOIN no_identity AS k ON k.kind = 'person' AND k.id = as_pseudonym(person);

INSERT INTO no_identity SELECT kind, id, min(reason) FROM refused_now ANTI JOIN no_identity USING (kind, id) GROUP BY kind, id;
