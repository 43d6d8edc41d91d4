"""The schemas and the guide to the file."""
