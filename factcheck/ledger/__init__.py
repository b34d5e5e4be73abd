"""What has been recorded, by whom, and can it be trusted? The only place that speaks SQL.

One file, append-only records, and an audit event in the same transaction as every change.
"""
