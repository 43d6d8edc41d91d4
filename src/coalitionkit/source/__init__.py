"""Text and its structure, with exact positions: no meanings."""
