"""Tests of edits made and composed."""
