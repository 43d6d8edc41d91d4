"""Tests of what judges plans."""
