"""Readings to one record: families, matching, status, accounts, channels, commitments, positions, review.

All pure: readings with the day on which each became known come in, records go out; the same set of
readings and reviews gives the same record in any order.
"""
