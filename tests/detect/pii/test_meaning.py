"""Statements that expose a person: records, sensitive facts, askings, children; in nine languages, with near misses."""

from __future__ import annotations

import pytest
from make import look, make_document

from moderation.detect.pii import DETECTOR
from moderation.policy import load

RECORD = "pii.customer_record"
SENSITIVE = "pii.sensitive_category"
ASKED = "pii.solicitation"
MINOR = "pii.minor"


def labels(text, surface, author, lang):
    doc = make_document(text, surface=surface, author=author, lang=lang)
    profile = load().profile("us")
    return {f.label for f in look(DETECTOR, doc) if f.confidence >= profile.thresholds(f.label).report_at}


def reply(text, lang):
    return labels(text, "seller_reply", "seller", lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "For everyone reading: this lady has returned eight of her last nine orders with us."),
        ("en", "You claimed three refunds from our shop this spring alone, and now this."),
        ("en", "Your card was declined twice before the order went through, so please calm down."),
        ("en", "She also bought the blue one in May and sent it back worn."),
        ("en", "Funny, on WhatsApp you wrote that the colour is gorgeous."),
        ("en", "Let me read you what she messaged us: i just wanted the free gift"),
        ("en", "You are a gold member who used the welcome voucher on four accounts."),
        ("en", "He does this to every shop, always the same story, always a refund."),
        ("es", "Esta clienta ya nos devolvió seis pedidos este año, que conste."),
        ("es", "Su tarjeta fue rechazada tres veces, señora, y todavía se queja."),
        ("es", "En marzo también compró el bolso rojo y pidió reembolso."),
        ("es", "Les dejo las capturas del chat para que vean lo que nos escribió."),
        ("fr", "Pour information, cette cliente a déjà renvoyé cinq colis sur six."),
        ("fr", "Votre carte a été refusée deux fois et vous payez en plusieurs fois."),
        ("fr", "Je publie nos messages privés pour que tout le monde voie."),
        ("fr", "C'est le quatrième remboursement que vous demandez depuis janvier."),
        ("de", "Diese Kundin hat bereits neun von zwölf Bestellungen retourniert."),
        ("de", "Ihre Lastschrift ist geplatzt und zwei Raten sind noch offen, eine Mahnung läuft."),
        ("de", "Im März haben Sie schon einmal dieselbe Jacke bestellt und reklamiert."),
        ("de", "Ich zeige euch mal den Chatverlauf mit der Dame."),
        ("pt", "Essa cliente já devolveu sete pares de sapato só este semestre."),
        ("pt", "Seu cartão foi recusado duas vezes e a senhora ainda reclama."),
        ("pt", "Vou postar os prints da nossa conversa pra todo mundo ver."),
        ("pt", "É a terceira devolução que a senhora faz aqui na loja."),
        ("id", "Kakak ini sudah refund 5 kali di toko kami, mohon dimaklumi ya."),
        ("id", "Nih bukti chatnya kakak waktu itu bilang puas banget."),
        ("id", "Bulan lalu kakak juga komplain tas yang sama terus minta refund."),
        ("vi", "Khách này đã hoàn hàng 4 lần trong tháng rồi nha mọi người."),
        ("vi", "Em đăng đoạn chat của chị lên cho mọi người coi."),
        ("vi", "Tháng trước chị cũng đặt rồi bom hàng của shop."),
        ("th", "ลูกค้ารายนี้คืนสินค้ามาแล้ว 5 ครั้งค่ะ ฝากไว้พิจารณา"),
        ("th", "เดี๋ยวโพสต์แชทที่คุณลูกค้าพิมพ์มาให้ทุกคนอ่าน"),
        ("th", "เดือนที่แล้วคุณก็ซื้อรุ่นเดียวกันไปแล้วขอคืนเงิน"),
        ("it", "Questa cliente ha già restituito sette ordini quest'anno."),
        ("it", "Pubblico gli screenshot della chat con la signora."),
    ],
)
def test_record_told_in_public_is_found(lang, text):
    assert RECORD in reply(text, lang)
    assert RECORD not in labels(text, "buyer_message", "seller", lang), "in private it tells nobody else"
    assert RECORD not in labels(text, "review", "buyer", lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Your parcel was delivered on Tuesday and we refunded the order in full."),
        ("en", "You can return up to 3 items within 30 days, the label is in the app."),
        ("en", "Thank you for being a loyal customer, enjoy your second pair!"),
        ("en", "We sent you a message in chat, could you have a look?"),
        ("en", "Please send us a screenshot of the message in chat so we can help."),
        ("en", "As you mention in your review, the zip broke after two weeks; a new one is on its way."),
        ("es", "Ya le reembolsamos el pedido, lamentamos las molestias."),
        ("es", "Le hemos respondido por el chat, quedamos atentos."),
        ("fr", "Nous avons remboursé votre commande, encore désolés pour les 2 jours de retard."),
        ("fr", "Vous pouvez renvoyer l'article sous 14 jours."),
        ("de", "Wir haben Ihnen den Betrag erstattet, das Geld ist in 3 Tagen da."),
        ("de", "Bitte schreiben Sie uns im Chat, dann finden wir eine Lösung."),
        ("pt", "Já devolvemos o valor do seu pedido, desculpe o transtorno."),
        ("pt", "Nos chame no chat que resolvemos em 2 dias."),
        ("id", "Silakan ajukan pengembalian di aplikasi ya kak, maksimal 7 hari."),
        ("vi", "Shop đã hoàn tiền cho chị rồi ạ, mong chị thông cảm."),
        ("th", "ทางร้านคืนเงินให้เรียบร้อยแล้วนะคะ ขออภัยด้วยค่ะ"),
        ("it", "Abbiamo rimborsato il suo ordine, ci scusiamo."),
    ],
)
def test_order_at_hand_and_policy_are_no_record(lang, text):
    assert RECORD not in reply(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "You wrote to us that you are going through chemotherapy, so the hair loss is not the oil."),
        ("en", "Because of your arthritis you could not open the jar, that is not a defect."),
        ("en", "He is a recovering alcoholic as he told our agent, so the bottle was never empty."),
        ("en", "You bought the pregnancy test for a reason, congratulations I guess."),
        ("es", "Usted nos comentó que padece epilepsia, por eso la luz le molestó."),
        ("es", "Su embarazo explica que la faja le apriete, no es la talla."),
        ("fr", "Vous nous avez écrit que vous êtes séropositif, nous n'y pouvons rien."),
        ("fr", "Avec votre sclérose, il est normal que le stylo soit lourd."),
        ("de", "Sie haben uns geschrieben, dass Sie Hepatitis haben, daher keine Rücknahme."),
        ("de", "Ihre Depression ist kein Reklamationsgrund."),
        ("pt", "A senhora contou no chat que tem lúpus, por isso a alergia."),
        ("pt", "Sua gravidez explica a cinta apertada."),
        ("id", "Kakak kan bilang sedang hamil, jadi wajar bajunya sempit."),
        ("vi", "Chị nói chị bị trầm cảm nên mới nóng tính, shop không trách."),
        ("th", "คุณลูกค้าบอกเองว่าเป็นเบาหวาน แผลเลยหายช้าค่ะ"),
        ("it", "Lei ci ha detto che soffre di epilessia, non è colpa della lampada."),
    ],
)
def test_condition_of_customer_is_found(lang, text):
    assert SENSITIVE in reply(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "My coworker Brenda Hollowell has bipolar disorder and this lamp calms her."),
        ("en", "The courier, Amos Tiddlebury, is on parole, everybody in the street knows."),
        ("es", "Mi vecina Rosa Quintanilla Pardo tiene cáncer y la peluca le pica."),
        ("fr", "Mon collègue Bastien Courtemanche est séropositif et il utilise ces gants."),
        ("de", "Meine Nachbarin Gerlinde Stubenrauch hat Krebs und trägt die Mütze täglich."),
        ("pt", "Minha vizinha Edilene Sarmento Prado tem epilepsia e usa essa pulseira."),
        ("id", "Tetangga saya Bambang Sukowati kena HIV dan pakai vitamin ini."),
        ("vi", "Chị hàng xóm Đặng Thị Kiều Oanh bị ung thư vú, dùng nón này."),
        ("it", "La mia vicina Ornella Castagnoli ha il diabete e usa queste calze."),
    ],
)
def test_condition_of_named_other_is_found(lang, text):
    assert SENSITIVE in labels(text, "review", "buyer", lang)


@pytest.mark.parametrize(
    ("lang", "text", "surface", "author"),
    [
        ("en", "I have rosacea and this cream did not sting at all.", "review", "buyer"),
        ("en", "My mother has arthritis and can open the jar easily.", "review", "buyer"),
        ("en", "If you are pregnant, please ask your doctor before use.", "seller_reply", "seller"),
        ("en", "Your pregnancy pillow has shipped today.", "seller_reply", "seller"),
        ("en", "If you have eczema, try this one, loves.", "live", "creator"),
        ("es", "Tengo diabetes y los calcetines no aprietan.", "review", "buyer"),
        ("es", "Si está embarazada consulte a su médico.", "seller_reply", "seller"),
        ("fr", "Je suis diabétique et je recommande.", "review", "buyer"),
        ("de", "Meine Oma hat Rheuma und kommt gut damit zurecht.", "review", "buyer"),
        ("pt", "Tenho lúpus e o tecido não irrita.", "review", "buyer"),
        ("id", "Saya lagi hamil 6 bulan, celananya nyaman.", "review", "buyer"),
        ("vi", "Mình bị tiểu đường, dùng tất này rất êm.", "review", "buyer"),
        ("th", "เป็นเบาหวานค่ะ ใส่ถุงเท้านี้แล้วสบาย", "review", "buyer"),
    ],
)
def test_own_condition_and_advice_are_no_breach(lang, text, surface, author):
    assert SENSITIVE not in labels(text, surface, author, lang)


@pytest.mark.parametrize(
    ("lang", "text", "surface"),
    [
        ("en", "Kindly reply to this review with your mobile number and full address.", "seller_reply"),
        ("en", "Drop your number in the comments and I call you back, babes", "live"),
        ("en", "Write your name, phone and email on this card and post it back.", "package_insert"),
        ("en", "Share the OTP you just received so I can cancel the charge.", "buyer_message"),
        ("en", "Pls send pic of your passport and bank card both sides.", "buyer_message"),
        ("en", "I only need your CVV and the expiry date to refund you.", "buyer_message"),
        ("es", "Déjenos aquí su teléfono y su dirección y se lo mandamos de nuevo.", "seller_reply"),
        ("es", "Pásame la contraseña de tu cuenta y yo hago la devolución.", "buyer_message"),
        ("es", "Necesito una foto de su DNI y el número de tarjeta.", "buyer_message"),
        ("fr", "Laissez votre numéro de téléphone en commentaire, on vous rappelle.", "seller_reply"),
        ("fr", "Envoyez-moi le code reçu par SMS, c'est pour le remboursement.", "buyer_message"),
        ("fr", "Il me faut une photo de votre carte d'identité recto verso.", "buyer_message"),
        ("de", "Schreiben Sie Ihre Handynummer und Adresse hier in die Kommentare.", "seller_reply"),
        ("de", "Schick mir bitte dein Passwort und den Code aus der SMS.", "buyer_message"),
        ("de", "Ich brauche ein Foto Ihres Personalausweises und die IBAN.", "buyer_message"),
        ("pt", "Deixa aqui embaixo seu telefone e endereço que a gente reenvia.", "seller_reply"),
        ("pt", "Me passa a senha da conta que eu resolvo pra você.", "buyer_message"),
        ("pt", "Manda foto do seu RG e CPF pra liberar o estorno.", "buyer_message"),
        ("id", "Tulis nama lengkap dan no hp kakak di kolom komentar ya.", "seller_reply"),
        ("id", "Kirim kode OTP yang barusan masuk ya kak biar refund cair.", "buyer_message"),
        ("id", "Mohon foto KTP dan kartu ATM kakak.", "buyer_message"),
        ("vi", "Chị để lại số điện thoại và địa chỉ dưới bình luận giúp shop.", "seller_reply"),
        ("vi", "Chị đọc mã OTP vừa gửi về máy cho em nhé.", "buyer_message"),
        ("vi", "Chị chụp hai mặt căn cước gửi em để hoàn tiền.", "buyer_message"),
        ("th", "พิมพ์ชื่อจริงกับเบอร์โทรไว้ใต้คอมเมนต์นี้เลยค่ะ", "seller_reply"),
        ("th", "ส่งรหัส OTP ที่ได้รับมาให้แอดมินหน่อยค่ะ", "buyer_message"),
        ("th", "ขอรูปบัตรประชาชนกับเลขบัญชีด้วยค่ะ", "buyer_message"),
        ("it", "Scriva qui sotto il suo numero e il suo indirizzo.", "seller_reply"),
        ("it", "Mi mandi la password e il codice ricevuto.", "buyer_message"),
    ],
)
def test_asking_for_personal_data_is_found(lang, text, surface):
    author = "creator" if surface == "live" else "seller"
    assert ASKED in labels(text, surface, author, lang)
    assert ASKED not in labels(text, "review", "buyer", lang)


@pytest.mark.parametrize(
    ("lang", "text", "surface"),
    [
        ("en", "Never share your OTP or password with anyone, we will not ask for it.", "buyer_message"),
        ("en", "Could you tell me your order number and which part is missing?", "buyer_message"),
        ("en", "Please message us through the app with your order number.", "seller_reply"),
        ("en", "Please do not post your phone number or address here.", "seller_reply"),
        ("en", "Did you try resetting your password from the sign-in page?", "seller_reply"),
        ("en", "Bring a photo ID when you collect the parcel.", "buyer_message"),
        ("en", "Comment your size and colour and I write it down.", "live"),
        ("es", "No comparta nunca su contraseña ni el código.", "buyer_message"),
        ("es", "¿Me dice el número de pedido por este chat?", "buyer_message"),
        ("fr", "Ne communiquez jamais votre mot de passe.", "buyer_message"),
        ("fr", "Contactez-nous par la messagerie avec votre numéro de commande.", "seller_reply"),
        ("de", "Bitte posten Sie hier keine Telefonnummer oder Adresse.", "seller_reply"),
        ("de", "Schreiben Sie uns bitte über die App.", "seller_reply"),
        ("pt", "Não coloque seu telefone aqui, chame no chat.", "seller_reply"),
        ("id", "Jangan pernah kasih kode OTP ke siapa pun ya kak.", "buyer_message"),
        ("vi", "Chị đừng gửi mã OTP cho ai nhé.", "buyer_message"),
        ("th", "อย่าบอกรหัส OTP กับใครนะคะ", "buyer_message"),
        ("it", "Non condivida mai la password.", "buyer_message"),
    ],
)
def test_steering_away_and_what_the_order_needs_are_no_asking(lang, text, surface):
    author = "creator" if surface == "live" else "seller"
    assert ASKED not in labels(text, surface, author, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Lunch box for my nephew Barnaby Thistlewood, Grade 1 at Coldbrook Primary"),
        ("en", "my daughter Poppy is in Year 2 at Hawthorn Lane school and lost it on day one"),
        ("en", "Ordered name tags for our Wilf, he plays for the Marlow Minors U7"),
        ("en", "Blanket engraved with Juniper, born 4.6.2022, letters came off"),
        ("es", "Mochila para mi hijo Bruno Escandell Rius, 3º B del colegio San Telmo"),
        ("es", "Las botas de mi sobrina Candela, que juega en el equipo alevín, se rompieron"),
        ("fr", "Cartable pour mon fils Anatole Brisebois, CE2 à l'école Jules-Verne"),
        ("fr", "Le sac de ma fille Capucine, en maternelle aux Lilas, est déchiré"),
        ("de", "Ranzen für unseren Sohn Korbinian Achleitner, Klasse 1a, Grundschule am Hang"),
        ("de", "Brotdose für meine Tochter Liv, geht in die Kita Regenbogen"),
        ("pt", "Lancheira do meu filho Benício Vasconcelos, 2º ano da escola Monteiro"),
        ("pt", "Fantasia da minha sobrinha Manuela, da turma do maternal II"),
        ("id", "Tas buat anak saya Rafardhan Pradipta, kelas 2 SDN Sukamaju"),
        ("vi", "Cặp cho con trai Đỗ Minh Khang, lớp 3A trường Lê Lợi"),
        ("th", "ซื้อให้น้องต้นข้าว ป.1 โรงเรียนบ้านสวน สีสวย"),
        ("it", "Zaino per mio figlio Ettore Bonfigli, 2ª B scuola elementare Manzoni"),
    ],
)
def test_child_who_can_be_singled_out_is_found(lang, text):
    assert MINOR in labels(text, "review", "buyer", lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "my daughter loves it, she is in third grade"),
        ("en", "Bought for my son Max, he wears it daily"),
        ("en", "The doll named Clementine fell apart, my kid cried"),
        ("en", "Our teacher Mrs Hallworth at Oak Primary recommended it"),
        ("es", "mi hijo de 6 años va al colegio con ella"),
        ("fr", "ma fille de 4 ans l'adore, elle est en maternelle"),
        ("de", "meine Tochter geht in die Grundschule und liebt den Ranzen"),
        ("pt", "meu filho de 5 anos amou, leva pra escola"),
        ("id", "anak saya kelas 2 SD suka banget"),
        ("vi", "bé nhà mình học lớp 1 thích lắm"),
        ("th", "ลูกสาวเรียนอยู่ ป.2 ชอบมากค่ะ"),
        ("it", "mia figlia va all'asilo e lo adora"),
    ],
)
def test_unnamed_child_is_no_breach(lang, text):
    assert MINOR not in labels(text, "review", "buyer", lang)
