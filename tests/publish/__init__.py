"""Tests of what the world sees."""
