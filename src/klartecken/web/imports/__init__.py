"""Day one: bringing in what the firm knows already. The administrator's page."""
