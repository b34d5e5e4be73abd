"""Tables that people bring, from CSV, TSV and Excel, as rows of claims and citations."""
