"""Sends what a program asks of https://api.intercom.io to the sandbox at INTERCOM_BASE_URL. Python loads this at its start."""

import os

from requests.adapters import HTTPAdapter

# tap-intercom asks for ids above "" in the order of ids. Intercom documents neither, and the sandbox refuses what is not
# documented, so the tap asks for the same conversations by their creation.
DOCUMENTED = {
    b'"field": "id", "operator": ">", "value": ""': b'"field": "created_at", "operator": ">", "value": 0',
    b'"sort": {"field": "id"': b'"sort": {"field": "created_at"',
}

send = HTTPAdapter.send


def send_to_sandbox(self, request, **options):
    request.url = request.url.replace("https://api.intercom.io", os.environ["INTERCOM_BASE_URL"], 1)
    if request.body:
        for asked, documented in DOCUMENTED.items():
            request.body = request.body.replace(asked, documented)
        request.prepare_content_length(request.body)
    return send(self, request, **options)


HTTPAdapter.send = send_to_sandbox
