"""Tests of what a plan amounts to."""
