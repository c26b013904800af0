"""Measures how well a wiki is searched: sites of real runbooks, queries by rule, engines in Chromium."""
