"""Archives to their members: gzip, zip, tar and WARC, within an allowance."""
