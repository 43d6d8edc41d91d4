"""Tests of what a plan means."""
