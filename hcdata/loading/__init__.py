"""The workflow of a load: recognise, read, check, merge, publish."""
