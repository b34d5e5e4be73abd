"""Do the numbers agree, and how many independent origins say so? Values in, judgements out.

Pure: reads no ledger, no clock, no file. The model and its constants: docs/agreement.md.
"""
