from tests.web.community.conftest import POST, Circle
from fishbowl.domain.community.ids import invitation_owner, member_owner

def test_pages(circle: Circle):
    owner = circle.site.owner()
    amira = circle.joins("Amira", "amira@example.org", consents=frozenset({"meet"}))
    inv = circle.invites(("Kofi", "kofi@example.org"))
    circle.comes_back(invitation_owner(inv[0])); circle.comes_back(member_owner(amira))
    for path in ("/community", "/community/members", f"/community/members/{amira}", f"/community/members/{amira}/remove", f"/community/members/{amira}/merge", "/community/invite", "/community/settings", "/privacy", "/privacy/record", "/"):
        a = owner.get(path)
        assert a.status_code == 200, (path, a.text[:300])
    print(owner.get("/community").text)
