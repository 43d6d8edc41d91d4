"""Family 6: whom the coalition knows, and what it knows of them."""
