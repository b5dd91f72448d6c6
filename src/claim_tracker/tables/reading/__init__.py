"""From the bytes of a file to tables: separated values, workbooks, and nested texts."""
