"""Tests of text and its structure."""
