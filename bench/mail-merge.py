# LibreOffice's own mail merge of N copies of a form of two pages: /usr/bin/python3 bench/mail-merge.py N FOLDER
# Needs soffice and python3-uno. Writes merged.pdf and merged.docx into the folder and prints the seconds of each.
import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue

people, folder = int(sys.argv[1]), os.path.abspath(sys.argv[2])
os.makedirs(os.path.join(folder, 'data'), exist_ok=True)
with open(os.path.join(folder, 'data', 'people.csv'), 'w', encoding='utf-8') as table:
    table.write('name,address,day\n')
    for number in range(people):
        table.write(f'"Фамилиева Мария Петровна {number}","г. Верхнереченск, ул. Садовая, д. {number}","01.09.2026"\n')

field = '<text:database-display text:table-name="people" text:table-type="table" text:column-name="{0}" text:database-name="bench">{0}</text:database-display>'
line = '<text:p>Даю согласие на обработку своих персональных данных: фамилия, имя, отчество, дата рождения, группа, контакты, результаты анкет, с целью участия в программе наставничества, на срок до окончания программы, с правом отозвать согласие в любой день.</text:p>'
page = f'<text:p>Я, {field.format("name")}, {field.format("address")}, {field.format("day")}</text:p>' + line * 9
form = f'''<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles><style:style style:name="next" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style></office:automatic-styles>
<office:body><office:text>{page}<text:p text:style-name="next">Оборот</text:p>{page}</office:text></office:body></office:document>'''
with open(os.path.join(folder, 'form.fodt'), 'w', encoding='utf-8') as out:
    out.write(form)

office = subprocess.Popen(['soffice', '--headless', '--norestore', f'-env:UserInstallation=file://{folder}/profile',
                           '--accept=socket,host=127.0.0.1,port=2083;urp;'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
resolver = uno.getComponentContext().ServiceManager.createInstance('com.sun.star.bridge.UnoUrlResolver')
for attempt in range(240):
    try:
        context = resolver.resolve('uno:socket,host=127.0.0.1,port=2083;urp;StarOffice.ComponentContext')
        break
    except Exception:
        time.sleep(0.25)
manager = context.ServiceManager

try:
    databases = manager.createInstanceWithContext('com.sun.star.sdb.DatabaseContext', context)
    source = databases.createInstance()
    source.URL = f'sdbc:flat:file://{folder}/data'
    source.Info = (PropertyValue('Extension', 0, 'csv', 0), PropertyValue('CharSet', 0, 'UTF-8', 0),
                   PropertyValue('HeaderLine', 0, True, 0), PropertyValue('FieldDelimiter', 0, ',', 0),
                   PropertyValue('StringDelimiter', 0, '"', 0))
    source.DatabaseDocument.storeAsURL(f'file://{folder}/bench.odb', ())
    databases.registerObject('bench', source)
    for suffix, save in (('pdf', 'writer_pdf_Export'), ('docx', 'MS Word 2007 XML')):
        merge = manager.createInstanceWithContext('com.sun.star.text.MailMerge', context)
        merge.DataSourceName, merge.CommandType, merge.Command = 'bench', 0, 'people'
        merge.DocumentURL = f'file://{folder}/form.fodt'
        merge.OutputType, merge.OutputURL, merge.FileNamePrefix = 2, f'file://{folder}', f'merged-{suffix}'
        merge.SaveAsSingleFile, merge.SaveFilter = True, save
        began = time.monotonic()
        merge.execute(())
        print(suffix, round(time.monotonic() - began, 1), flush=True)
finally:
    office.terminate()
