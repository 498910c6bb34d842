"""Results out: JSON, tables, workbooks and report files."""
