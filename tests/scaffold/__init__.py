"""What `coalition init` writes."""
