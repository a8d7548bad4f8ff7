-- The events of the events lists; a kind or a note nobody gave is no missing value.
SELECT event_on, name, scope, coalesce(kind, 'not_recorded') AS kind, coalesce(note, '') AS note FROM event
