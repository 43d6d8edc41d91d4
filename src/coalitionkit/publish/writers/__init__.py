"""Formats of documents: each writer walks through the blocks of any document, and knows none of them."""
