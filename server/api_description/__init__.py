"""What `/openapi.json` says of every address: bodies, headers, answers, and the failures that really occur."""
