"""Tests of `coalitionkit.history`."""
