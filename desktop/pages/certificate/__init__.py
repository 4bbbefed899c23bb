"""What to keep of a run: the certificate, the review, the export and the report."""
