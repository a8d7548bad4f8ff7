"""A file or sheet as rows of text, whatever its format."""
