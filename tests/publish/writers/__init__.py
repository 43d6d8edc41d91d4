"""Tests of the formats that documents can have."""
