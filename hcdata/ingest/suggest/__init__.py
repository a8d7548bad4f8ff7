"""A layout drafted for a file nobody has seen: headers and values weighed, and nothing mapped that is not sure."""
