"""Tests of text and model joined."""
