"""Policy versions, linked policies, each case's facts and findings."""
